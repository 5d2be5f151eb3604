package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sixth model is one file and one line of {@link Model}: both are added to a copy here, as the
 * harness's README shows it, and the contract suite is run on that model alone.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SixthModelTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/heddle/model");
  private static final Path EXAMPLE = Path.of("src/test/sixth-model/SingleThreadedLoop.java");
  private static final Path README = Path.of("README.md");
  private static final Pattern LINE =
      Pattern.compile("(?m)^ *SINGLE_THREADED_LOOP\\((?s:.*?)options\\.failures\\(\\)\\)\\),$");
  private static final Pattern COUNTS =
      Pattern.compile("contract suite: (\\d+) passed, (\\d+) failed");
  private static final int AT_LEAST = 400;

  @TempDir private Path folder;

  @Test
  void aModelAddedWithOneFileAndOneLineKeepsTheContract() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(List.of(modelsWithTheLine(), EXAMPLE), classes);
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(Extension.class.getName()), OneModelOnly.class.getName());

    String output = contractSuite(classes);

    Matcher counts = COUNTS.matcher(output);
    assertThat(counts.find()).as(output).isTrue();
    assertThat(Integer.parseInt(counts.group(2))).as(output).isZero();
    assertThat(Integer.parseInt(counts.group(1))).as(output).isGreaterThan(AT_LEAST);
  }

  @Test
  void theReadmeShowsTheFileThatIsTested() throws IOException {
    assertThat(Files.readString(README)).contains(Files.readString(EXAMPLE).strip());
  }

  private Path modelsWithTheLine() throws IOException {
    Matcher line = LINE.matcher(Files.readString(README));
    assertThat(line.find()).as("the README shows the line").isTrue();
    String models = Files.readString(SOURCES.resolve("Model.java"));
    String first = "  /** A platform thread for each task and child";
    assertThat(models).contains(first);
    return Files.writeString(
        folder.resolve("Model.java"), models.replace(first, line.group() + "\n" + first));
  }

  private static void compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-cp", System.getProperty("java.class.path"), "-proc:none", "-d", classes.toString());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  private static String contractSuite(Path classes) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-preview",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-D" + OneModelOnly.PROPERTY + "=single-threaded-loop",
            "-cp",
            classes + File.pathSeparator + System.getProperty("java.class.path"),
            ContractSuiteMain.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
