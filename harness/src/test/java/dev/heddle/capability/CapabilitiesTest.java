package dev.heddle.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heddle.model.Model;
import dev.heddle.plan.Blocking;
import dev.heddle.plan.Call;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Recover;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Then;
import dev.heddle.plan.Value;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapabilitiesTest {

  /** Leaves, and what every language has: they run nothing at once with anything else. */
  private static final List<Class<?>> NO_PATTERNS =
      List.of(
          NoOp.class,
          Value.class,
          Fail.class,
          Sleep.class,
          Compute.class,
          Fetch.class,
          Call.class,
          Blocking.class,
          Then.class,
          Recover.class);

  private ObjectNode json = JsonMapper.builder().build().createObjectNode();

  @BeforeEach
  void read() throws Exception {
    try (InputStream in = Capabilities.class.getResourceAsStream("support.json")) {
      json = (ObjectNode) JsonMapper.builder().build().readTree(in);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPatternIsJudgedOnEveryModelAndWhatIsNotNativeExplainedInASentence(Pattern pattern) {
    Capabilities capabilities = Capabilities.load();

    for (Model model : Model.values()) {
      Capability capability = capabilities.of(pattern, model);
      assertThat(capability.note().isPresent() || capability.support() == Support.NATIVE).isTrue();
      capability
          .note()
          .ifPresent(note -> assertThat(note).matches("[\\p{Alpha}].*\\.").doesNotContain(". "));
    }
  }

  /** A new node of the plan vocabulary fails here until a pattern takes it in. */
  @Test
  void everyNodeOfAPlanIsOfOnePatternOrALeaf() {
    List<Class<?>> described = new ArrayList<>(NO_PATTERNS);
    Stream.of(Pattern.values()).map(Pattern::nodes).forEach(described::addAll);

    assertThat(described).containsExactlyInAnyOrder(Plan.class.getPermittedSubclasses());
  }

  @Test
  void onlyWhatIsAMethodOfTheModelHasNoNode() {
    assertThat(Pattern.values())
        .filteredOn(pattern -> pattern.nodes().isEmpty())
        .containsExactly(Pattern.RUN);
  }

  @Test
  void aMissingModelIsRefused() {
    ((ObjectNode) json.get("gather")).remove("virtual-threads");

    assertRefused("has no entry 'virtual-threads'");
  }

  @Test
  void aPatternThatThereIsNotIsRefused() {
    json.set("scatter", json.get("gather"));

    assertRefused("has entries for more than").hasMessageContaining("scatter");
  }

  @Test
  void anUnknownWordIsRefused() {
    gatherOnNetty().put("support", "partly");

    assertRefused("'partly'; allowed: native, added, emulated");
  }

  @Test
  void whatIsNotNativeNeedsANote() {
    gatherOnNetty().put("note", " ");

    assertRefused("'emulated' is without a note");
    assertThat(new Capability(Support.NATIVE, Optional.empty()).note()).isEmpty();
  }

  @Test
  void handWrittenFormsDeclareTheirGapsForEveryPatternOnEveryModel() {
    for (Model model : Model.values()) {
      assertThat(Pattern.values())
          .allSatisfy(pattern -> assertThat(IdiomGaps.of(pattern, model)).isPresent());
      assertThat(IdiomGaps.of(Pattern.GATHER, model).orElseThrow())
          .isNotEmpty()
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void theFileHoldsEveryPatternOnEveryModelWithTheGapsOfItsIdiom() throws Exception {
    JsonNode file =
        JsonMapper.builder().build().readTree(CapabilityFile.of(Capabilities.load()).toBytes());

    assertThat(file.path("formatVersion").asInt()).isEqualTo(1);
    assertThat(file.path("models")).hasSize(Model.values().length);
    assertThat(file.path("patterns")).hasSize(Pattern.values().length);
    assertThat(file.path("patterns"))
        .allSatisfy(row -> assertThat(row.path("models")).hasSize(Model.values().length));
    JsonNode gather = row(file, "gather");
    assertThat(gather.path("asyncio").asText()).isEqualTo("gather");
    JsonNode onThreads = gather.path("models").path("platform-threads");
    assertThat(onThreads.path("support").asText()).isEqualTo("added");
    assertThat(onThreads.path("note").asText()).startsWith("invokeAll keeps the order");
    assertThat(onThreads.path("idiomGaps")).isNotEmpty();
    JsonNode nothingIsMissing = row(file, "outcomes").at("/models/structured-scope/idiomGaps");
    assertThat(nothingIsMissing.isArray()).isTrue();
    assertThat(nothingIsMissing).isEmpty();
  }

  private static JsonNode row(JsonNode file, String pattern) {
    return StreamSupport.stream(file.path("patterns").spliterator(), false)
        .filter(row -> row.path("pattern").asText().equals(pattern))
        .findFirst()
        .orElseThrow();
  }

  private ObjectNode gatherOnNetty() {
    return (ObjectNode) json.get("gather").get("netty-event-loop");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String because) {
    return assertThatThrownBy(() -> Capabilities.of(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because);
  }
}
