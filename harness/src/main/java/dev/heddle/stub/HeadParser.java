package dev.heddle.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a request head (RFC 9112, sections 2 to 6). Strict where leniency would guess at the
 * framing: every refusal here ends the connection, because what follows in it can no longer be told
 * apart.
 */
final class HeadParser {

  static final int MAX_HEADERS = 100;
  static final int MAX_BODY = 1 << 20;

  private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
  private static final Pattern REQUEST_LINE =
      Pattern.compile("(" + TOKEN + ") ([\\x21-\\x7e\\x80-\\xff]+) HTTP/(\\d)\\.(\\d)");
  private static final Pattern HEADER_LINE =
      Pattern.compile("(" + TOKEN + "):([\\t\\x20-\\x7e\\x80-\\xff]*)");
  private static final Pattern LINE_END = Pattern.compile("\r?\n");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private HeadParser() {}

  /** Parses a head that ends in a blank line. */
  static RequestHead parse(String head) throws RefusedRequest {
    List<String> lines = List.of(LINE_END.split(head, -1));
    Matcher line = REQUEST_LINE.matcher(lines.getFirst());
    if (!line.matches()) {
      throw new RefusedRequest(
          400, "request line is '%s'; allowed: METHOD /path HTTP/1.1".formatted(lines.getFirst()));
    }
    boolean http10 = isHttp10(line.group(3), line.group(4));
    List<Header> headers = headers(lines.subList(1, lines.size()));
    requireOneHost(http10, headers);
    boolean chunked = headers.stream().anyMatch(header -> header.named("transfer-encoding"));
    Persistence persistence = chunked ? Persistence.CLOSE : Persistence.of(http10, headers);
    return new RequestHead(
        line.group(1),
        originForm(line.group(2)),
        headers,
        persistence,
        chunked ? 0 : bodyLength(headers),
        chunked,
        http10);
  }

  private static boolean isHttp10(String major, String minor) throws RefusedRequest {
    if (!major.equals("1")) {
      throw new RefusedRequest(
          505, "HTTP version is %s.%s; allowed: 1.0 and 1.1".formatted(major, minor));
    }
    return minor.equals("0");
  }

  private static List<Header> headers(List<String> lines) throws RefusedRequest {
    List<Header> headers = new ArrayList<>();
    for (String line : lines) {
      if (line.isEmpty()) {
        break;
      }
      Matcher header = HEADER_LINE.matcher(line);
      if (!header.matches()) {
        throw new RefusedRequest(400, "header line is '%s'; allowed: Name: value".formatted(line));
      }
      headers.add(new Header(header.group(1), header.group(2).strip()));
      if (headers.size() > MAX_HEADERS) {
        throw new RefusedRequest(
            431, "more than %d header fields; send fewer".formatted(MAX_HEADERS));
      }
    }
    return List.copyOf(headers);
  }

  private static void requireOneHost(boolean http10, List<Header> headers) throws RefusedRequest {
    long hosts = headers.stream().filter(header -> header.named("host")).count();
    if (hosts > 1 || (hosts == 0 && !http10)) {
      throw new RefusedRequest(
          400, "%d Host headers; HTTP/1.1 requires exactly one".formatted(hosts));
    }
  }

  private static int bodyLength(List<Header> headers) throws RefusedRequest {
    List<String> lengths =
        headers.stream()
            .filter(header -> header.named("content-length"))
            .map(Header::value)
            .distinct()
            .toList();
    if (lengths.isEmpty()) {
      return 0;
    }
    if (lengths.size() > 1 || !LENGTH.matcher(lengths.getFirst()).matches()) {
      throw new RefusedRequest(
          400, "Content-Length is '%s'; allowed: one number".formatted(String.join(", ", lengths)));
    }
    long length = Long.parseLong(lengths.getFirst());
    if (length > MAX_BODY) {
      throw new RefusedRequest(
          413, "Content-Length is %d; allowed: 0 to %d bytes".formatted(length, MAX_BODY));
    }
    return (int) length;
  }

  /**
   * Reduces the absolute form, which every server must accept (RFC 9112, 3.2.2), to the origin
   * form.
   */
  private static String originForm(String target) throws RefusedRequest {
    if (target.startsWith("/") || target.equals("*")) {
      return target;
    }
    int authority = target.startsWith("http://") ? "http://".length() : -1;
    if (authority < 0) {
      throw new RefusedRequest(
          400, "request target is '%s'; allowed: a path starting with /".formatted(target));
    }
    int path = target.indexOf('/', authority);
    return path < 0 ? "/" : target.substring(path);
  }
}
