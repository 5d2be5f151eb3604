package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Run;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ChartFilesTest {

  @TempDir Path folder;

  @Test
  void eachChartIsAWholeSvgDocumentWithItsStyle() throws Exception {
    Path file = folder.resolve("results.json");
    Files.writeString(
        file,
        """
        [{"benchmark": "a.B.c", "mode": "avgt", "threads": 1, "forks": 2,
          "params": {"model": "<X>"},
          "primaryMetric": {"score": 2.0, "scoreError": 1.0, "scoreUnit": "us/op",
            "rawData": [[1.0], [3.0]]}, "secondaryMetrics": {}}]
        """);

    Map<String, String> files = ChartFiles.of(List.of(Run.read(file)));

    assertThat(files).isNotEmpty();
    assertThat(files.keySet()).allMatch(name -> name.matches("s1-b-c-[a-z0-9-]+\\.svg"));
    for (String svg : files.values()) {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
      assertThat(document.getElementsByTagName("style").getLength()).isEqualTo(1);
    }
  }
}
