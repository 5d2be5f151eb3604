package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heddle.load.Objective;
import dev.heddle.model.Model;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaxSearchTest {

  @Test
  void aSearchThatWasCutOffIsNotSaidToHaveFoundNothing() throws IOException {
    MaxSearch search = search(800);
    search.told(Model.VIRTUAL_THREADS, List.of());

    assertThat(search.lines())
        .containsExactly("virtual-threads      not ended; no rate kept so far, 1 levels");
    assertThat(json(search).at("/models/0/ended").asBoolean(true)).isFalse();
  }

  @Test
  void aSearchThatEndedWithoutARateSaysSo() throws IOException {
    MaxSearch search = search(1);
    search.told(Model.VIRTUAL_THREADS, List.of());

    assertThat(search.lines()).containsExactly("virtual-threads      no rate found, 1 levels");
    assertThat(json(search).at("/models/0/ended").asBoolean(false)).isTrue();
  }

  private static MaxSearch search(double first) {
    return new MaxSearch(Objective.parse("p99=1ms"), 0.1, first, List.of(Model.VIRTUAL_THREADS));
  }

  private static JsonNode json(MaxSearch search) throws IOException {
    return JsonMapper.builder().build().readTree(search.toJson());
  }
}
