package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;
import dev.heddle.profile.MemoryReading;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrowdTest {

  @Test
  void whatATaskHoldsIsWhatAllHoldThroughTheirNumber() {
    CrowdReading reading =
        new CrowdReading(
            1_000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(12),
            new MemoryReading(5_000_000, 80_000_000, 20),
            new MemoryReading(6_500_000, 88_000_000, 25));

    assertThat(reading.heapPerTask()).isEqualTo(1_500);
    assertThat(reading.rssPerTask()).isEqualTo(8_000);
    assertThat(reading.osThreads()).isEqualTo(25);
    assertThat(reading.timesIdeal()).isEqualTo(1.2);
  }

  @ParameterizedTest
  @EnumSource
  void exchangesInFlightAreLookedAtOnEveryModel(Model model) throws Exception {
    try (StubProcess stub = StubProcess.start(StubOptions.DEFAULT.unwarmed())) {
      String before = System.setProperty(FetchTarget.STUB_PROPERTY, stub.address().toString());
      Crowd crowd = crowd(model, Work.FETCH, 50);
      try {
        crowd.open();
        CrowdReading reading = crowd.runAndLook();

        assertThat(reading.timesIdeal()).isGreaterThanOrEqualTo(1);
        assertThat(reading.during().heapBytes()).isPositive();
        assertThat(Handover.CROWD.take()).contains(reading);
        assertThat(stub.stats().highestInFlight()).isEqualTo(50);
      } finally {
        crowd.close();
        restore(before);
      }
    }
  }

  @Test
  void sleepersThatEndedTooLateAreNotKnownToHaveCoexisted() throws Exception {
    var coexistence = new Coexistence.ByTimes(Duration.ofMillis(10));
    long longAgo = System.nanoTime() - Duration.ofSeconds(1).toNanos();
    MemoryReading during = coexistence.look(longAgo);

    assertThatThrownBy(
            () ->
                coexistence.check(
                    new CrowdReading(
                        7, Duration.ofMillis(10), Duration.ofMillis(20), during, during)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Not all of 7 tasks are known to have been in flight at once");
  }

  @Test
  void exchangesThatTheStubDoesNotCountAreNotTakenToCoexist() throws Exception {
    try (StubProcess stub = StubProcess.start(StubOptions.DEFAULT.unwarmed())) {
      String named = System.setProperty(FetchTarget.STUB_PROPERTY, stub.address().toString());
      try (FetchTarget target = FetchTarget.open()) {
        var coexistence = new Coexistence.ByCounting(target, 7, Duration.ofMillis(20));
        MemoryReading during = coexistence.look(System.nanoTime());

        assertThatThrownBy(
                () ->
                    coexistence.check(
                        new CrowdReading(
                            7, Duration.ofMillis(20), Duration.ofMillis(20), during, during)))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("the stub counted 0 before and 0 after");
      } finally {
        restore(named);
      }
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells how many threads there may be")
  void moreThreadsThanTheMachineAllowsAreRefusedWithTheLimit() {
    Crowd crowd = crowd(Model.PLATFORM_THREADS, Work.SLEEP, 100_000_000);

    assertThatThrownBy(crowd::open)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "100,000,000 tasks need as many platform threads; this machine allows about ");
  }

  @Test
  void workThatCannotLastIsRefused() {
    assertThatThrownBy(crowd(Model.VIRTUAL_THREADS, Work.NO_OP, 1)::open)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("work is 'no-op'; allowed: sleep, fetch");
  }

  private static Crowd crowd(Model model, Work work, int tasks) {
    Crowd crowd = new Crowd();
    crowd.model = model;
    crowd.tier = Tier.CONTRACT;
    crowd.transport = TransportChoice.DEFAULT;
    crowd.work = work;
    crowd.fanOut = tasks;
    return crowd;
  }

  private static void restore(@Nullable String before) {
    if (before == null) {
      System.clearProperty(FetchTarget.STUB_PROPERTY);
    } else {
      System.setProperty(FetchTarget.STUB_PROPERTY, before);
    }
  }
}
