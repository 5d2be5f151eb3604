package dev.heddle.benchmarks.run;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with the time left, for terminals. */
public final class BarProgress implements Progress {

  private final ProgressBar bar;

  /** A bar over {@code total} forks. */
  public BarProgress(int total) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("forks")
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(1000)
            .continuousUpdate()
            .build();
  }

  @Override
  public void started(Fork fork) {
    bar.setExtraMessage(" " + fork);
  }

  @Override
  public void ended(Fork fork, ForkOutcome outcome, int done, int total, Duration left) {
    bar.stepTo(done);
    bar.setExtraMessage(" " + fork.cell().label() + ": " + ScoreText.of(outcome));
  }

  @Override
  public void close() {
    bar.close();
  }
}
