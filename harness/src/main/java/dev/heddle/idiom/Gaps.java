package dev.heddle.idiom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the contract gives and the hand-written forms do not. */
final class Gaps {

  /**
   * Under each pattern its gaps, and before each gap whose it is: of (P)latform threads, (V)irtual
   * threads, (C)ompletableFuture, (S)tructured scope, (N)etty event loop.
   */
  private static final String TABLE =
      """
      task
        PV..N is done as soon as it is cancelled, while its body runs on
        ..C.. a cancellation stops nothing
        ...S. a subtask is neither cancelled alone nor awaited before its scope is joined
        PVC.N work that swallows its cancellation cannot give a value
        P.... an interrupt does not end work that reads from a socket
        PV..N wraps the failure in an ExecutionException
        ..C.. wraps the failure in a CompletionException
        PVCSN has no name
      gather
        ..C.N cancels nobody, whatever is cancelled
        PV... does not wait for the end of what it cancels
        ...S. cancels the other children at the first failure and waits for them
        P.... an interrupt does not end a child that reads from a socket
        PVC.N waits for every child before it reports a failure
        PVC.. reports the leftmost failure, not the first in time
        PV..N wraps the failure in an ExecutionException
        ..C.. wraps the failure in a CompletionException
        ...S. wraps the failure in a FailedException
        ...S. counts a cancelled child as a failure
      outcomes
        ..C.N cancels nobody, whatever is cancelled
        PV... does not wait for the end of what it cancels
        P.... an interrupt does not end a child that reads from a socket
      wait
        ...S. people have no form of it: whoever leaves a scope cancels what is pending
        PVC.N returns at the first end only: no FIRST_EXCEPTION, no time limit
        PVC.N tells of one child that has ended, not of all that have by then
        PV... takes no task that runs already
        PVC.N never returns where there are no children
      as-completed
        ...S. a consumer that stops early cancels the other children
        PVCSN has no time limit
        PVCSN tells how a child has ended, but not which
        PVCSN serves one consumer, who blocks
        PV.S. takes no task that runs already
      group
        ..C.N an interrupt of the caller cancels nobody
        ..C.N does not wait for the end of what it cancels
        P.... an interrupt does not end a child that reads from a socket
        PVCSN reports one failure and drops the others
        PV..N wraps the failure in an ExecutionException
        ..C.. wraps the failure in a CompletionException
        ...S. wraps the failure in a FailedException
        PVCS. counts a cancelled child as a failure
      open-group
        P.C.N people have no form of it
        .V... people use an executor in a try statement: a failure cancels nobody
        ...S. people use the scope itself: only its owner adds children, and runs on undisturbed
      within
        ..C.N an interrupt of the caller cancels nobody
        PVC.N does not wait for the end of what it cancels
        P.... an interrupt does not end work that reads from a socket
        PVCSN work that swallows its cancellation cannot give a value
        PVCSN starts the work even if the limit is zero
        PVC.N throws java.util.concurrent.TimeoutException
        ...S. throws the scope's own TimeoutException
        PV..N wraps a failure in an ExecutionException
        ..C.. wraps a failure and the timeout in a CompletionException
        ...S. wraps a failure in a FailedException
      timeout
        PVC.N people have no form of it: they limit one call at a time
        ...S. people use withTimeout: it limits the subtasks, not their owner
      bounded
        PVCSN bounds one call: nobody else can share its permits
        ..C.. blocks the caller while no permit is free
        .V.S. a child that asks just then may overtake those that wait for a permit
        ..C.N cancels nobody, whatever is cancelled
        .V... does not wait for the end of what it cancels
        ...S. cancels the other children at the first failure and waits for them
        P.... an interrupt does not end a child that reads from a socket
        PVC.N waits for every child before it reports a failure
        PVC.. reports the leftmost failure, not the first in time
        PV..N wraps the failure in an ExecutionException
        ..C.. wraps the failure in a CompletionException
        ...S. wraps the failure in a FailedException
        ...S. counts a cancelled child as a failure
      shield
        PV..N people need none: whoever waits for a future cancels nothing
        ..C.. people use copy(): cancelling the copy cancels nothing else
        ...S. people have no form of it: a scope ends when all its subtasks have
      race
        ..C.N an interrupt of the caller cancels nobody
        PVC.N does not wait for the end of what it cancels
        P.... an interrupt does not end a child that reads from a socket
        PVCSN reports one failure and drops the others
        PV..N wraps the failure in an ExecutionException
        ..C.. wraps the failure in a CompletionException
        ...S. wraps the failure in a FailedException
        ..C.N never returns where there are no children
      run
        PV... people close an executor: it waits for what is left and cancels none of it
        ..C.. people have no form of it: nobody knows the futures that are unfinished
        ...S. people use an outermost scope: what its leftovers throw is dropped
        ....N people shut the loops down: a promise that is unfinished stays so for ever
      """;

  private static final int SENTENCE = 8;

  private Gaps() {}

  /** An idiom's gaps by pattern, in the order of the table. */
  static Map<String, List<String>> of(Idiom idiom) {
    char letter = idiom.name().charAt(0);
    Map<String, List<String>> byPattern = new LinkedHashMap<>();
    List<String> ofPattern = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      if (!line.startsWith(" ")) {
        ofPattern = new ArrayList<>();
        byPattern.put(line, Collections.unmodifiableList(ofPattern));
      } else if (line.substring(0, SENTENCE).indexOf(letter) >= 0) {
        ofPattern.add(line.substring(SENTENCE));
      }
    }
    return Collections.unmodifiableMap(byPattern);
  }
}
