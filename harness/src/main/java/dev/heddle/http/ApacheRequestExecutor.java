package dev.heddle.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Tells a connection when an exchange begins on it, and the exchange which connection that is. */
final class ApacheRequestExecutor extends HttpRequestExecutor {

  private static final String CONNECTION = "heddle.connection";

  /** The connection that the exchange of that context came to use, if it did. */
  static @Nullable ApacheConnection connection(HttpContext context) {
    return (ApacheConnection) context.getAttribute(CONNECTION);
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback informed,
      HttpContext context)
      throws IOException, HttpException {
    var carrier = (ApacheConnection) connection;
    context.setAttribute(CONNECTION, carrier);
    carrier.begin();
    return super.execute(request, carrier, informed, context);
  }
}
