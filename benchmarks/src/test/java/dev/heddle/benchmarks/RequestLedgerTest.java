package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestLedgerTest {

  private final AtomicLong stub = new AtomicLong(17);
  private final RequestLedger ledger = new RequestLedger(stub::get);

  @Test
  void equalCountsPass() {
    ledger.open();
    stub.addAndGet(300);
    ledger.sent(100);
    ledger.sent(200);

    assertThatCode(ledger::close).doesNotThrowAnyException();
  }

  @Test
  void aLostRequestFailsTheIterationWithBothFigures() {
    ledger.open();
    stub.addAndGet(299);
    ledger.sent(300);

    assertThatThrownBy(ledger::close).hasMessageContainingAll("300", "299", "-1");
  }

  @Test
  void aStrangersRequestFailsTheIteration() {
    ledger.open();
    stub.addAndGet(301);
    ledger.sent(300);

    assertThatThrownBy(ledger::close).hasMessageContaining("+1");
  }

  @Test
  void ofCancelledRequestsTheStubMayHaveSeenFewerAndSomeLate() {
    ledger.open();
    stub.addAndGet(7);
    ledger.sent(10);
    ledger.closeWithCancelled();
    ledger.open();
    stub.addAndGet(12);
    ledger.sent(10);

    assertThatCode(ledger::closeWithCancelled).doesNotThrowAnyException();
  }

  @Test
  void ofCancelledRequestsTheStubHasNotSeenMoreThanWereSent() {
    ledger.open();
    stub.addAndGet(10);
    ledger.sent(10);
    ledger.closeWithCancelled();
    ledger.open();
    stub.addAndGet(11);
    ledger.sent(10);

    assertThatThrownBy(ledger::closeWithCancelled).hasMessageContainingAll("20", "21");
  }

  @Test
  void everyIterationCountsAnew() {
    ledger.open();
    stub.addAndGet(10);
    ledger.sent(10);
    ledger.close();
    ledger.open();
    stub.addAndGet(5);
    ledger.sent(5);

    assertThatCode(ledger::close).doesNotThrowAnyException();
  }
}
