package dev.heddle.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonTest {

  @TempDir Path temp;

  @Test
  void anInterpreterThatLacksNothingIsTaken() throws Exception {
    String python = script("exit 0");

    assertThat(Python.find(python, List.of("aiohttp"))).isEqualTo(new Python(python));
  }

  @Test
  void whatIsMissingIsNamedWithThePackagesThatHaveIt() throws Exception {
    String python = script("echo httpx, uvloop");

    assertThatThrownBy(() -> Python.find(python, List.of("aiohttp", "httpx", "uvloop")))
        .isInstanceOf(MissingPythonException.class)
        .hasMessageContaining(python + ": httpx, uvloop missing")
        .hasMessageContaining(
            "apt-get install python3 python3-aiohttp python3-httpx python3-uvloop")
        .hasMessageContaining("python3 -m venv")
        .hasMessageContaining("pip install aiohttp httpx uvloop");
  }

  @Test
  void anInterpreterThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Python.find("/no/such/python", List.of()))
        .isInstanceOf(MissingPythonException.class)
        .hasMessageContaining("/no/such/python: not found");
  }

  @Test
  void anInterpreterThatDoesNotRunIsNamed() throws Exception {
    String python = script("exit 3");

    assertThatThrownBy(() -> Python.find(python, List.of()))
        .isInstanceOf(MissingPythonException.class)
        .hasMessageContaining("does not run");
  }

  private String script(String body) throws Exception {
    Path file = Files.writeString(temp.resolve("python"), "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file.toString();
  }
}
