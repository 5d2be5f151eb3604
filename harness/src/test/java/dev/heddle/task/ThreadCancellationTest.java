package dev.heddle.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreadCancellationTest {

  private static final int BODIES = 8 * Runtime.getRuntime().availableProcessors();

  /**
   * They wait for an interrupt that a virtual thread is to send, which was woken by a thread that
   * is no carrier: it must get one.
   */
  @Test
  void virtualThreadsThatAwaitTheirInterruptLeaveACarrierToWhoeverSendsIt() throws Exception {
    List<Runnable> deliveries = new ArrayList<>();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch atTheHook = new CountDownLatch(BODIES);
    CountDownLatch begun = new CountDownLatch(BODIES);
    AtomicInteger interrupted = new AtomicInteger();
    List<ThreadCancellation> bodies =
        Stream.generate(ThreadCancellation::new).limit(BODIES).toList();
    List<Thread> threads =
        bodies.stream()
            .map(
                body ->
                    Thread.startVirtualThread(
                        () -> runToTheHook(body, begun, asked, atTheHook, interrupted)))
            .toList();
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    bodies.forEach(body -> body.ask().ifPresent(deliveries::add));
    CountDownLatch deliver = new CountDownLatch(1);
    CountDownLatch delivered = new CountDownLatch(1);
    Thread.startVirtualThread(
        () -> {
          awaitUninterrupted(deliver);
          deliveries.forEach(Runnable::run);
          delivered.countDown();
        });
    asked.countDown();
    assertThat(atTheHook.await(20, TimeUnit.SECONDS)).isTrue();
    deliver.countDown();
    boolean inTime = delivered.await(20, TimeUnit.SECONDS);
    if (!inTime) {
      deliveries.forEach(Runnable::run);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(inTime).as("interrupts sent within 20 s").isTrue();
    assertThat(interrupted).hasValue(BODIES);
  }

  private static void runToTheHook(
      ThreadCancellation body,
      CountDownLatch begun,
      CountDownLatch asked,
      CountDownLatch atTheHook,
      AtomicInteger interrupted) {
    body.begin();
    begun.countDown();
    try {
      asked.await();
      atTheHook.countDown();
      body.onCancel(() -> {});
    } catch (InterruptedException e) {
      interrupted.incrementAndGet();
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
