package dev.heddle.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/** Parses answers as HttpClient does, and gets at the buffer that they are read from. */
final class InputTap
    implements HttpMessageParserFactory<ClassicHttpResponse>,
        HttpMessageParser<ClassicHttpResponse> {

  private final HttpMessageParser<ClassicHttpResponse> parser =
      DefaultHttpResponseParserFactory.INSTANCE.create();
  private @Nullable SessionInputBuffer buffer;

  @Override
  @SuppressWarnings("deprecation") // Deprecated, but all that an implementation has to give.
  public HttpMessageParser<ClassicHttpResponse> create(@Nullable Http1Config config) {
    return this;
  }

  @Override
  public @Nullable ClassicHttpResponse parse(SessionInputBuffer source, InputStream in)
      throws IOException, HttpException {
    buffer = source;
    return parser.parse(source, in);
  }

  /** Whether nothing is left of what was read. */
  boolean isEmpty() {
    return buffer == null || buffer.length() == 0;
  }
}
