package dev.heddle.idiom;

import dev.heddle.task.Outcome;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.PromiseCombiner;
import io.netty.util.concurrent.PromiseNotifier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;

/** The futures of jobs that one loop runs. Confined to that loop. */
record LoopChildren(List<? extends Future<Object>> futures, EventLoop loop) {

  static LoopChildren start(List<LoopJob> jobs, EventLoop loop) {
    List<Future<Object>> futures = new ArrayList<>(jobs.size());
    for (LoopJob job : jobs) {
      futures.add(job.start(loop));
    }
    return new LoopChildren(futures, loop);
  }

  /** Starts as many jobs as allowed, and another whenever one has ended. */
  static LoopChildren startSome(int limit, List<LoopJob> jobs, EventLoop loop) {
    List<Promise<Object>> ends = new ArrayList<>(jobs.size());
    for (int i = 0; i < jobs.size(); i++) {
      ends.add(loop.newPromise());
    }
    Iterator<LoopJob> waiting = jobs.iterator();
    Iterator<Promise<Object>> places = ends.iterator();
    for (int i = 0; i < limit; i++) {
      startNext(waiting, places, loop);
    }
    return new LoopChildren(ends, loop);
  }

  private static void startNext(
      Iterator<LoopJob> waiting, Iterator<Promise<Object>> places, EventLoop loop) {
    if (waiting.hasNext()) {
      Promise<Object> place = places.next();
      place.addListener(ended -> startNext(waiting, places, loop));
      Future<Object> _ = PromiseNotifier.cascade(waiting.next().start(loop), place);
    }
  }

  /** Each child's end is told by itself. */
  void onEachEnd(FutureListener<Object> listener) {
    for (Future<Object> child : futures) {
      child.addListener(listener);
    }
  }

  /** When all have ended, the listener is told of the first failure in time, if there was one. */
  void onLastEnd(FutureListener<Void> listener) {
    PromiseCombiner combiner = new PromiseCombiner(loop);
    for (Future<Object> child : futures) {
      combiner.add(child);
    }
    Promise<Void> all = loop.newPromise();
    all.addListener(listener);
    combiner.finish(all);
  }

  /** When all have ended, completes the promise with their values or the first failure in time. */
  void collect(Promise<List<Object>> values) {
    onLastEnd(
        all -> {
          if (!all.isSuccess()) {
            values.setFailure(all.cause());
            return;
          }
          List<Object> results = new ArrayList<>(futures.size());
          for (Future<Object> child : futures) {
            results.add(child.getNow());
          }
          values.setSuccess(results);
        });
  }

  void cancel() {
    for (Future<Object> child : futures) {
      child.cancel(true);
    }
  }

  static Outcome<Object> outcome(Future<? extends Object> ended) {
    if (ended.isSuccess()) {
      return new Outcome.Success<>(ended.getNow());
    }
    return Outcome.of(ended.isCancelled() ? new CancellationException() : ended.cause());
  }
}
