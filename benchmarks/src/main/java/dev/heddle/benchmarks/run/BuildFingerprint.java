package dev.heddle.benchmarks.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The SHA-256 of the code that is measured: of its jar, or of the class files where it runs without
 * one.
 */
public final class BuildFingerprint {

  private BuildFingerprint() {}

  /** The fingerprint of where these classes come from. */
  public static String of(Class<?>... classes) throws IOException {
    TreeSet<Path> sources = new TreeSet<>();
    for (Class<?> type : classes) {
      Optional.ofNullable(type.getProtectionDomain().getCodeSource())
          .map(CodeSource::getLocation)
          .ifPresent(location -> sources.add(Path.of(URI.create(location.toString()))));
    }
    MessageDigest digest = sha256();
    for (Path source : sources) {
      addTree(digest, source);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addTree(MessageDigest digest, Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      digest.update(Files.readAllBytes(file));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
