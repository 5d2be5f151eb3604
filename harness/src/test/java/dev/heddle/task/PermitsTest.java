package dev.heddle.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fair semaphore on which nobody has to block. */
class PermitsTest {

  private final List<Integer> granted = new ArrayList<>();

  /** A waiter that writes down its turn. */
  private Permits.Waiter waiter(int number) {
    return () -> granted.add(number);
  }

  @Test
  void aPermitThatIsFreeIsHadAtOnceAndTheWaiterNotTold() {
    Permits permits = new Permits(2);
    assertThat(permits.acquire(waiter(1))).isTrue();
    assertThat(permits.acquire(waiter(2))).isTrue();
    assertThat(permits.available()).isZero();
    assertThat(granted).isEmpty();
  }

  @Test
  void whoHasToWaitIsToldInTheOrderOfAskingOneForEachRelease() {
    Permits permits = new Permits(1);
    permits.acquire(waiter(0));
    for (int i = 1; i <= 3; i++) {
      assertThat(permits.acquire(waiter(i))).isFalse();
      assertThat(permits.waiting()).isEqualTo(i);
    }
    permits.release();
    assertThat(granted).containsExactly(1);
    permits.release();
    permits.release();
    assertThat(granted).containsExactly(1, 2, 3);
    assertThat(permits.waiting()).isZero();
    assertThat(permits.available()).isZero();
  }

  @Test
  void aPermitThatComesBackIsNotForOneWhoAsksJustThen() {
    Permits permits = new Permits(1);
    permits.acquire(waiter(0));
    permits.acquire(() -> granted.add(permits.acquire(waiter(2)) ? 2 : 1));
    permits.release();
    assertThat(granted).containsExactly(1);
    assertThat(permits.waiting()).isEqualTo(1);
  }

  @Test
  void whoLeavesIsNeverToldAndTheNextOneIs() {
    Permits permits = new Permits(1);
    Permits.Waiter leaving = waiter(1);
    permits.acquire(waiter(0));
    permits.acquire(leaving);
    permits.acquire(waiter(2));
    assertThat(permits.leave(leaving)).isTrue();
    assertThat(permits.leave(leaving)).isFalse();
    permits.release();
    permits.release();
    assertThat(granted).containsExactly(2);
    assertThat(permits.available()).isEqualTo(1);
  }

  @Test
  void whoHasBeenToldCannotLeaveAndHasThePermit() {
    Permits permits = new Permits(0);
    Permits.Waiter waiter = waiter(1);
    permits.acquire(waiter);
    permits.release();
    assertThat(permits.leave(waiter)).isFalse();
    assertThat(granted).containsExactly(1);
    assertThat(permits.available()).isZero();
  }

  @Test
  void whoNeverAskedCannotLeave() {
    assertThat(new Permits(1).leave(waiter(1))).isFalse();
  }

  @Test
  void aReleaseThatNobodyWaitsForAddsAPermit() {
    Permits permits = new Permits(0);
    permits.release();
    assertThat(permits.available()).isEqualTo(1);
    assertThat(permits.acquire(waiter(1))).isTrue();
  }

  @Test
  void aWaiterMayGiveThePermitOnAsItIsTold() {
    Permits permits = new Permits(1);
    permits.acquire(waiter(0));
    for (int i = 1; i <= 3; i++) {
      int number = i;
      permits.acquire(
          () -> {
            granted.add(number);
            permits.release();
          });
    }
    permits.release();
    assertThat(granted).containsExactly(1, 2, 3);
    assertThat(permits.available()).isEqualTo(1);
  }

  @Test
  void aNegativeCountIsRefusedWithWhatIsAllowed() {
    assertThatThrownBy(() -> new Permits(-3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There are -3 permits; allowed: 0 or more");
  }

  static List<Long> seeds() {
    return new Random(9).longs(50).boxed().toList();
  }

  /** Any sequence of calls, beside a plain queue and a count. */
  @ParameterizedTest
  @MethodSource("seeds")
  void anySequenceOfCallsServesAsAQueueDoes(long seed) {
    Random random = new Random(seed);
    int count = random.nextInt(4);
    Permits permits = new Permits(count);
    QueueOfWaiters expected = new QueueOfWaiters(count);
    List<Permits.Waiter> waiters = new ArrayList<>();
    for (int step = 0; step < 300; step++) {
      int asked = waiters.size();
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          waiters.add(waiter(asked));
          assertThat(permits.acquire(waiters.getLast())).isEqualTo(expected.acquire(asked));
        }
        case 2 -> {
          permits.release();
          expected.release();
        }
        default -> {
          if (asked > 0) {
            int leaving = random.nextInt(asked);
            assertThat(permits.leave(waiters.get(leaving))).isEqualTo(expected.leave(leaving));
          }
        }
      }
      assertThat(granted).isEqualTo(expected.granted);
      assertThat(permits.available()).isEqualTo(expected.free);
      assertThat(permits.waiting()).isEqualTo(expected.waiting.size());
    }
  }

  /** What permits are held against. */
  private static final class QueueOfWaiters {

    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final List<Integer> granted = new ArrayList<>();
    private int free;

    QueueOfWaiters(int free) {
      this.free = free;
    }

    boolean acquire(int waiter) {
      if (free == 0) {
        waiting.add(waiter);
        return false;
      }
      free--;
      return true;
    }

    boolean leave(int waiter) {
      return waiting.remove((Object) waiter);
    }

    void release() {
      if (waiting.isEmpty()) {
        free++;
      } else {
        granted.add(waiting.remove());
      }
    }
  }
}
