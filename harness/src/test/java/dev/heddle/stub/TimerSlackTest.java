package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.os.TimerSlack;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TimerSlackTest {

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "timer slack is Linux'")
  void anEventLoopsIsLoweredAndOtherThreadsKeepTheirs() throws Exception {
    int before = TimerSlack.nanos();
    var loops = EventLoops.open(1, StubTransport.available());
    try {
      assertThat(loops.submit(TimerSlack::nanos).get()).isEqualTo(1);
      assertThat(CompletableFuture.supplyAsync(TimerSlack::nanos).get()).isGreaterThan(1);
      assertThat(TimerSlack.nanos()).isEqualTo(before);
    } finally {
      loops.shutdownGracefully().await();
    }
  }
}
