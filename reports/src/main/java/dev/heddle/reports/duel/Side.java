package dev.heddle.reports.duel;

import java.util.Locale;

/** Which of the two. */
public enum Side {
  BASE,
  CANDIDATE;

  /** Its name in files and folders. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
