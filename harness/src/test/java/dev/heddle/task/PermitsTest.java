package dev.heddle.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  void whoGivesUpIsToldOnceAndHoldsNoneAndTheNextIsServed() {
    Permits permits = new Permits(1);
    Permits.Waiter givingUp = waiter(1);
    permits.acquire(waiter(0));
    permits.acquire(givingUp);
    permits.acquire(waiter(2));
    permits.giveUp(givingUp);
    assertThat(granted).containsExactly(1);
    assertThat(permits.waiting()).isEqualTo(1);
    assertThat(permits.available()).isZero();
    permits.release();
    permits.release();
    assertThat(granted).containsExactly(1, 2);
    assertThat(permits.available()).isEqualTo(1);
  }

  @Test
  void whoGivesUpAPermitThatHasComeIsNotToldAgainAndTheNextGetsIt() {
    Permits permits = new Permits(0);
    Permits.Waiter givingUp = waiter(1);
    permits.acquire(givingUp);
    permits.acquire(waiter(2));
    permits.release();
    permits.giveUp(givingUp);
    assertThat(granted).containsExactly(1, 2);
    assertThat(permits.waiting()).isZero();
    assertThat(permits.available()).isZero();
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
    Map<Integer, Permits.Waiter> waiters = new HashMap<>();
    for (int step = 0; step < 300; step++) {
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          waiters.put(step, waiter(step));
          assertThat(permits.acquire(waiters.get(step))).isEqualTo(expected.acquire(step));
        }
        case 2 -> {
          permits.release();
          expected.release();
        }
        default -> {
          int number = random.nextInt(step + 1);
          Permits.Waiter givingUp = waiters.remove(number);
          if (givingUp != null) {
            permits.giveUp(givingUp);
            expected.giveUp(number);
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

    void giveUp(int waiter) {
      if (waiting.remove((Object) waiter)) {
        granted.add(waiter);
      } else {
        release();
      }
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
