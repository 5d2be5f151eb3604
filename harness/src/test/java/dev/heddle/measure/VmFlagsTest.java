package dev.heddle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class VmFlagsTest {

  @Test
  void readsNamesAndValues() {
    List<String> lines =
        List.of(
            "[Global flags]",
            "     bool UseG1GC                  = true    {product} {ergonomic}",
            "   size_t MaxHeapSize              := 1073741824 {product} {command line}",
            "ccstrlist OnError                  =         {product} {default}");

    assertThat(VmFlags.parse(lines))
        .containsEntry("UseG1GC", "true")
        .containsEntry("MaxHeapSize", "1073741824");
  }

  @Test
  void aRealJvmTellsWhatItWasGiven() throws Exception {
    assertThat(VmFlags.of(List.of("-Xmx48m"))).containsEntry("MaxHeapSize", "50331648");
  }

  @Test
  void argumentsThatNoJvmTakesAreSaid() {
    assertThatThrownBy(() -> VmFlags.of(List.of("-XX:NoSuchFlag=1")))
        .isInstanceOf(IOException.class);
  }
}
