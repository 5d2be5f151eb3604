package dev.heddle.benchmarks;

/** What the commands exit with. A signal ends them with 128 plus its number, as everywhere. */
final class ExitCode {

  /** All that was asked for is done. */
  static final int DONE = 0;

  /** Some forks of a run failed, the others are kept; or a check found something wrong. */
  static final int FAILED = 1;

  /** The run could not begin or go on; what was measured is kept. */
  static final int IMPOSSIBLE = 2;

  /** Everything was measured, and no figure of it is worth anything. */
  static final int INVALID = 3;

  /** The command line is wrong. */
  static final int USAGE = 64;

  /** Something that has to be installed is missing. */
  static final int UNAVAILABLE = 69;

  private ExitCode() {}
}
