package dev.heddle.model.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.model.random.Script.*;
import dev.heddle.plan.ReturnWhen;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a failure prints can be pasted into a test. */
class JavaTextTest {

  private static final String SOURCE =
      """
      package dev.heddle.model.random;

      import dev.heddle.model.random.Script.*;
      import dev.heddle.plan.ReturnWhen;
      import java.util.List;

      final class Replay implements java.util.concurrent.Callable<Object> {
        @Override
        public Object call() {
          return List.of(%s);
        }
      }
      """;

  @Test
  void aScriptIsPrintedAsTheExpressionThatRebuildsIt() {
    assertThat(
            JavaText.of(
                new Start(
                    1,
                    new Bounded(Permit.PAIR, 2, new Pass(0)),
                    new Wait(List.of(1), ReturnWhen.ALL_COMPLETED, Limit.NONE))))
        .isEqualTo(
            "new Start(1, new Bounded(Permit.PAIR, 2, new Pass(0)),"
                + " new Wait(List.of(1), ReturnWhen.ALL_COMPLETED, Limit.NONE))");
  }

  @Test
  void printedScriptsCompileAndAreEqual(@TempDir Path folder) throws Exception {
    Random random = new Random(1);
    List<Script> scripts =
        java.util.stream.Stream.generate(() -> Scripts.trial(random).script()).limit(50).toList();
    String list = JavaText.of(scripts);
    String text = SOURCE.formatted(list.substring("List.of(".length(), list.length() - 1));
    assertThat(compiled(text, folder).call()).isEqualTo(scripts);
  }

  private static Callable<?> compiled(String text, Path folder)
      throws IOException, ReflectiveOperationException {
    Path source = Files.writeString(folder.resolve("Replay.java"), text);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
    assertThat(status).as("exit status of the compiler").isZero();
    byte[] replay = Files.readAllBytes(folder.resolve("dev/heddle/model/random/Replay.class"));
    return (Callable<?>)
        MethodHandles.lookup().defineClass(replay).getDeclaredConstructor().newInstance();
  }
}
