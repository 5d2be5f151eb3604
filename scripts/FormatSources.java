import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over every {@code .java} file below a folder, for the build: its own
 * command line takes files only. Build outputs and hidden folders are left out.
 *
 * <p>{@code check FOLDER} names the files that are not formatted and exits with 1; {@code write
 * FOLDER} formats them.
 */
final class FormatSources {

  private FormatSources() {}

  public static void main(String[] args) throws Exception {
    String action = args[0];
    List<String> files = sourcesBelow(Path.of(args[1]));
    switch (action) {
      case "check" -> System.exit(check(files));
      case "write" -> System.exit(format("--replace", files));
      default -> {
        System.err.printf("Format action '%s' is unknown; available: check, write%n", action);
        System.exit(64);
      }
    }
  }

  private static int check(List<String> files) throws Exception {
    int status = format("--dry-run --set-exit-if-changed", files);
    if (status != 0) {
      System.err.println(
          "The files above are not formatted. To format them: mvn -q -N -Pformat validate");
    }
    return status;
  }

  private static int format(String options, List<String> files) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
    arguments.addAll(files);
    // The build shows what it cannot parse as an error, so everything goes to the error stream.
    PrintWriter out = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status =
        new Main(out, out, InputStream.nullInputStream()).format(arguments.toArray(String[]::new));
    out.flush();
    return status;
  }

  private static List<String> sourcesBelow(Path root) throws IOException {
    List<String> sources = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean leftOut =
                !folder.equals(root) && (name.equals("target") || name.startsWith("."));
            return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              sources.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources;
  }
}
