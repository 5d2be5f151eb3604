package dev.heddle.stub;

/**
 * One route's account in the {@link Books}.
 *
 * @param counted whether the books take notice of its requests
 * @param tally guarded by the books
 * @param numbers thread-safe by themselves
 */
record RouteTally(String name, boolean counted, Tally tally, Numbers numbers) {

  void startAgain() {
    tally.startAgain();
    numbers.startAgain();
  }
}
