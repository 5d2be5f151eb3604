package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.NullNode;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@code multipart/form-data} body. It is of a bounded size and stays in memory. */
final class MultipartForm {

  private final Map<String, List<String>> files = new LinkedHashMap<>();
  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  private MultipartForm() {}

  static BodyEcho of(Request request) throws RefusedRequest {
    MultipartForm form = new MultipartForm();
    form.read(request);
    return new BodyEcho("", form.files, form.fields, NullNode.getInstance());
  }

  private void read(Request request) throws RefusedRequest {
    FullHttpRequest message = message(request);
    if (!HttpPostRequestDecoder.isMultipart(message)) {
      throw new RefusedRequest(
          400, "multipart/form-data has no boundary; give one: multipart/form-data; boundary=X");
    }
    HttpPostRequestDecoder decoder;
    try {
      decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), message);
    } catch (RuntimeException e) { // Netty's decoder throws what its parsing trips over, too.
      throw refusal(e);
    }
    try {
      for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
        add(part);
      }
    } catch (RuntimeException | IOException e) {
      throw refusal(e);
    } finally {
      decoder.destroy();
    }
  }

  private void add(InterfaceHttpData part) throws IOException {
    switch (part) {
      case FileUpload file -> put(files, file.getName(), BodyEcho.text(file.get()));
      case Attribute field -> put(fields, field.getName(), field.getValue());
      default -> {
        // Nothing else is left once the body is whole.
      }
    }
  }

  private static void put(Map<String, List<String>> all, String name, String value) {
    all.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
  }

  private static FullHttpRequest message(Request request) {
    FullHttpRequest message =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, request.target(), request.body());
    request.headers().forEach(header -> message.headers().add(header.name(), header.value()));
    return message;
  }

  private static RefusedRequest refusal(Exception cause) {
    return new RefusedRequest(
        400, "the body is not multipart/form-data: %s".formatted(cause.getMessage()));
  }
}
