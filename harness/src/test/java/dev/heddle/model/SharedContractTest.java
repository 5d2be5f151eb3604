package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that asyncio itself is held to, on every model. */
class SharedContractTest {

  static Stream<Arguments> casesOnModels() {
    return SharedCase.all().stream()
        .flatMap(shared -> Stream.of(Model.values()).map(model -> Arguments.of(shared, model)));
  }

  @ParameterizedTest(name = "{0}, on {1}")
  @MethodSource("casesOnModels")
  void everyModelDoesWhatAsyncioDoes(SharedCase shared, Model kind) {
    ContractCase.on(kind, model -> SharedSteps.play(shared, model));
  }

  @Test
  void everyCaseIsOneOfAnOwedLine() throws IOException {
    assertThat(SharedCase.all()).extracting(SharedCase::line).isSubsetOf(ContractLinesTest.lines());
  }

  @EachModel
  void aCaseThatSaysSomethingElseFails(Model kind) throws IOException {
    SharedCase wrong =
        SharedCase.of(
            new ObjectMapper()
                .readTree(
                    """
                    {"line": "T11", "title": "wrong", "steps": [
                      {"start": "t", "plan": {"on_cancel": {"plan": {"gate": "a"}, "with": {"value": 1}}}},
                      {"arrive": "a", "count": 1},
                      {"cancel": "t", "returns": true},
                      {"end": "t", "cancelled": true}
                    ]}
                    """));
    assertThatThrownBy(() -> ContractCase.on(kind, model -> SharedSteps.play(wrong, model)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("step 4 of T11");
  }
}
