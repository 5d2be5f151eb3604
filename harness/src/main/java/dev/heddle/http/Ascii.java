package dev.heddle.http;

import java.nio.charset.StandardCharsets;

/** A run of bytes read as ASCII text: one line of a response's head, or a part of one. */
final class Ascii {

  private static final int EXCERPT = 60;

  private final byte[] bytes;
  private final int from;
  private final int to;

  Ascii(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  int length() {
    return to - from;
  }

  boolean isEmpty() {
    return from == to;
  }

  byte at(int index) {
    return bytes[from + index];
  }

  /** The index of the first {@code wanted}, or -1. */
  int indexOf(char wanted) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i - from;
      }
    }
    return -1;
  }

  /** The part from {@code begin} to {@code end}, without white space around it. */
  Ascii trimmed(int begin, int end) {
    int first = from + begin;
    int last = from + end;
    while (first < last && isBlank(bytes[first])) {
      first++;
    }
    while (first < last && isBlank(bytes[last - 1])) {
      last--;
    }
    return new Ascii(bytes, first, last);
  }

  /** Whether this starts with {@code prefix}, which is in lower case, whatever the case here. */
  boolean startsWith(String prefix) {
    if (length() < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (lower(at(i)) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean is(String text) {
    return length() == text.length() && startsWith(text);
  }

  /** The number in that radix, or -1 if this is none of at most eighteen digits (hex: fifteen). */
  long number(int radix) {
    if (isEmpty() || length() > (radix == 16 ? 15 : 18)) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(bytes[i], radix);
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }

  /** The beginning, fit for an error message: control characters and bytes beyond ASCII as dots. */
  String excerpt() {
    int end = Math.min(to, from + EXCERPT);
    String text = new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    return "'" + text.replaceAll("[^\\x20-\\x7e]", ".") + (end < to ? "…'" : "'");
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
