package dev.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code that a report shows beside asyncio's compiles, given what its text takes for granted.
 */
class AsyncioIdiomsTest {

  private static final String FOLDER = "reports/src/main/resources/dev/heddle/reports/html/asyncio";

  private static final String IMPORTS =
      """
      import dev.heddle.plan.*;
      import dev.heddle.task.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.StructuredTaskScope.*;
      import java.util.concurrent.TimeoutException;
      import java.util.function.*;
      import static java.util.concurrent.TimeUnit.SECONDS;
      """;

  /** What is there before the code begins, whatever it is written for. */
  private static final String EVERYWHERE =
      """
      List<Callable<Response>> calls = List.of();
      Callable<Response> call = () -> null;
      List<Response> results;
      BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
      void consume(Object ended) {}
      Outcome<Response> outcome(Response value, Throwable thrown) { return null; }
      Outcome<Response> outcome(Callable<Response> call) { return null; }
      """;

  private static final String THREADS =
      """
      ExecutorService executor;
      CompletionService<Response> completions;
      CountDownLatch running;
      List<Future<Response>> futures;
      List<Callable<Response>> bounded;
      List<Outcome<Response>> ended;
      Outcome<Response> outcome(Future<Response> done) { return null; }
      """;

  private static final String STAGES =
      """
      List<CompletableFuture<Response>> futures;
      List<CompletableFuture<Response>> watched;
      List<CompletableFuture<Outcome<Response>>> handled;
      List<Outcome<Response>> ended;
      List<Supplier<CompletableFuture<Response>>> jobs;
      CompletableFuture<Response> future;
      CompletableFuture<Response> failure;
      """;

  private static final String SCOPE =
      """
      StructuredTaskScope<Response, List<Response>> scope;
      List<Subtask<Response>> forked;
      List<Outcome<Response>> ended;
      Outcome<Response> outcome(Subtask<Response> child) { return null; }
      """;

  private static final String LOOP =
      """
      interface Job { Future<Response> start(EventLoop loop); }
      EventLoop loop;
      Iterator<Job> jobs;
      Iterator<Promise<Response>> places;
      List<Future<Response>> children;
      Future<Response> child;
      Promise<Response> result;
      Promise<List<Outcome<Response>>> ended;
      Promise<Outcome<Response>> first;
      Outcome<Response> outcome(Future<Response> child) { return null; }
      void complete(List<Response> results, List<Future<Response>> children, Future<?> ended) {}
      """;

  private static final String PLAN =
      """
      dev.heddle.model.ExecutionModel model;
      List<Plan<Response>> fetches;
      Plan<Response> fetch;
      Plan<List<Task<Response>>> startAll(List<Plan<Response>> plans) { return null; }
      """;

  @TempDir private Path folder;

  /** A part of a resource: the code for one model, or the plan. */
  record Part(String file, String name, String code) {

    @Override
    public String toString() {
      return file + " " + name;
    }

    private String around() {
      return switch (name) {
        case "plan" -> PLAN;
        case "PLATFORM_THREADS", "VIRTUAL_THREADS" -> THREADS;
        case "COMPLETABLE_FUTURE" -> STAGES;
        case "STRUCTURED_SCOPE" -> SCOPE;
        case "NETTY_EVENT_LOOP" -> LOOP;
        default -> throw new IllegalArgumentException("No such part: " + name);
      };
    }

    /** Methods of the code stand beside the one that has its statements. */
    private String source() {
      String netty =
          name.equals("NETTY_EVENT_LOOP")
              ? """
              import io.netty.channel.EventLoop;
              import io.netty.util.concurrent.Future;
              import io.netty.util.concurrent.Promise;
              import io.netty.util.concurrent.PromiseCombiner;
              import io.netty.util.concurrent.PromiseNotifier;
              """
              : "";
      String method = "(?m)^(void|Plan<Unit>) \\w+\\([^;]*?\\) \\{\n(?s:.*?)^\\}\n?";
      String methods =
          String.join(
              "\n",
              Pattern.compile(method)
                  .matcher(code + "\n")
                  .results()
                  .map(it -> it.group())
                  .toList());
      String statements = (code + "\n").replaceAll(method, "");
      String body =
          statements.contains("return f") || statements.contains("  return scope")
              ? statements
              : statements + "\nreturn null;";
      return "%s%sclass Shown {\n%s%s%s\nObject run() throws Exception {\n%s\n}\n}\n"
          .formatted(IMPORTS, netty, EVERYWHERE, around(), methods, body);
    }
  }

  static List<Part> parts() throws IOException {
    try (Stream<Path> files = Files.list(Repository.here().root().resolve(FOLDER))) {
      return files.sorted().flatMap(AsyncioIdiomsTest::parts).toList();
    }
  }

  private static Stream<Part> parts(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Stream.of(text.split("(?m)^== "))
        .skip(1)
        .map(part -> part.split("\n", 2))
        .filter(part -> !part[0].equals("python"))
        .map(part -> new Part(file.getFileName().toString(), part[0], part[1]));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void theCodeShownCompiles(Part part) {
    assertThat(errors(part.source())).as(part.source()).isEmpty();
  }

  @Test
  void codeThatDoesNotCompileIsFound() {
    assertThat(errors(new Part("none.txt", "plan", "Plan<Response> plan = fetches;").source()))
        .contains("incompatible types");
  }

  private String errors(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "--enable-preview",
            "--release",
            String.valueOf(Runtime.version().feature()),
            "-cp",
            System.getProperty("java.class.path"),
            "-proc:none",
            "-d",
            folder.toString());
    boolean compiled =
        compiler.getTask(said, null, null, options, null, List.of(new Source(source))).call();
    return compiled ? "" : said.toString();
  }

  /** A source in memory. */
  private static final class Source extends SimpleJavaFileObject {

    private final String code;

    Source(String code) {
      super(URI.create("string:///Shown.java"), JavaFileObject.Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
