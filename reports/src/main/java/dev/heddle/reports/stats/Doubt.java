package dev.heddle.reports.stats;

/** Why an estimate has no interval. */
public enum Doubt {
  /** It has one. */
  NONE(""),
  ONE_FORK("one fork: no interval"),
  NO_FORK_DATA("no data per fork in the file: no interval"),
  NOT_POSITIVE("not every fork is above zero: no interval"),
  NOT_FINITE("not a finite number");

  private final String words;

  Doubt(String words) {
    this.words = words;
  }

  /** The reason in words; empty for {@link #NONE}. */
  public String words() {
    return words;
  }
}
