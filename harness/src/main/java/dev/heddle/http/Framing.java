package dev.heddle.http;

import java.io.IOException;

/** What the head of a response says about its body and the connection (RFC 9112, section 6.3). */
final class Framing {

  private static final String STATUS_LINE = "http/1.";
  private static final int STATUS_AT = STATUS_LINE.length() + 2;
  private static final int NO_LENGTH = -1;

  private final Address address;
  private int status;
  private boolean keepAlive;
  private boolean chunked;
  private long contentLength;

  Framing(Address address) {
    this.address = address;
  }

  int status() {
    return status;
  }

  boolean isKeptAlive() {
    return keepAlive;
  }

  boolean isChunked() {
    return chunked;
  }

  boolean hasContentLength() {
    return contentLength != NO_LENGTH;
  }

  long contentLength() {
    return contentLength;
  }

  void forgetKeepAlive() {
    keepAlive = false;
  }

  boolean isInterim() {
    return status >= 100 && status < 200;
  }

  boolean isBodiless() {
    return status == 204 || status == 304;
  }

  void statusLine(Ascii line) throws IOException {
    boolean wellFormed =
        line.length() >= STATUS_AT + 3
            && line.startsWith(STATUS_LINE)
            && line.at(STATUS_AT - 1) == ' '
            && (line.length() == STATUS_AT + 3 || line.at(STATUS_AT + 3) == ' ');
    long code = wellFormed ? line.trimmed(STATUS_AT, STATUS_AT + 3).number(10) : -1;
    if (code < 100) {
      throw ExchangeErrors.malformed(address, "status line " + line.excerpt());
    }
    status = (int) code;
    keepAlive = line.at(STATUS_AT - 2) != '0';
    chunked = false;
    contentLength = NO_LENGTH;
  }

  void header(Ascii line) throws IOException {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      throw ExchangeErrors.malformed(address, "header " + line.excerpt());
    }
    // Three names matter; their lengths tell them from nearly all others.
    switch (colon) {
      case 10 -> connection(line, colon);
      case 14 -> contentLength(line, colon);
      case 17 -> transferEncoding(line, colon);
      default -> {}
    }
  }

  private void connection(Ascii line, int colon) {
    if (line.startsWith("connection")) {
      Ascii value = line.trimmed(colon + 1, line.length());
      if (value.is("close")) {
        keepAlive = false;
      } else if (value.is("keep-alive")) {
        keepAlive = true;
      }
    }
  }

  private void contentLength(Ascii line, int colon) throws IOException {
    if (line.startsWith("content-length")) {
      long length = line.trimmed(colon + 1, line.length()).number(10);
      if (length < 0 || (hasContentLength() && length != contentLength)) {
        throw ExchangeErrors.malformed(address, "header " + line.excerpt());
      }
      contentLength = length;
    }
  }

  private void transferEncoding(Ascii line, int colon) throws IOException {
    if (line.startsWith("transfer-encoding")) {
      if (!line.trimmed(colon + 1, line.length()).is("chunked")) {
        throw ExchangeErrors.malformed(address, "unsupported header " + line.excerpt());
      }
      chunked = true;
    }
  }
}
