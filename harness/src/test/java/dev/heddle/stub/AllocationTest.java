package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one request costs the stub's event loop in bytes allocated; its compiled code decides. */
class AllocationTest {

  private static final int REQUESTS = 10_000;
  private static final int ROUNDS = 8;

  @ParameterizedTest
  @CsvSource({
    "/bytes/2, 64",
    "/get, 64",
    "/latency/constant?value=0&key=%d, 64",
    "/fault/reset?rate=0&key=%d, 96",
    "/delay/0.000001, 320",
  })
  void aRequestWhoseHeadWasSeenAllocatesAlmostNothing(String target, long most) throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient client = WireClient.connect(server.address())) {
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS && least > most; round++) {
        least = Math.min(least, bytesForEach(client, target));
      }
      assertThat(least).isLessThanOrEqualTo(most);
    }
  }

  private static long bytesForEach(WireClient client, String target) throws IOException {
    long before = allocated();
    for (int i = 0; i < REQUESTS; i++) {
      client.get(target.formatted(i)).read();
    }
    return (allocated() - before) / REQUESTS;
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      // A thread that has ended meanwhile has none.
      if (thread != null && thread.getThreadName().startsWith("heddle-stub")) {
        bytes += threads.getThreadAllocatedBytes(thread.getThreadId());
      }
    }
    return bytes;
  }
}
