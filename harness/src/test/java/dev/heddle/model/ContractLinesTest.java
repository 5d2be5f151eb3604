package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;

/** The suite is whole: every line of the contract has a test that runs on every model. */
class ContractLinesTest {

  @Test
  void everyLineHasATestOfItsNameOnEveryModel() throws IOException {
    assertThat(testedLines()).containsAll(lines());
  }

  @Test
  void noTestIsNamedAfterALineThatIsNotOwed() throws IOException {
    assertThat(testedLines()).filteredOn(line -> !line.startsWith("RACE")).isSubsetOf(lines());
  }

  @Test
  void fewerThanFiveTestsOfLinesAreDisabled() {
    assertThat(tests().filter(test -> test.isAnnotationPresent(Disabled.class))).hasSizeLessThan(5);
  }

  static List<String> lines() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(ContractLinesTest.class.getResourceAsStream("contract-lines.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .toList();
    }
  }

  private static Set<String> testedLines() {
    return tests()
        .filter(test -> test.isAnnotationPresent(EachModel.class))
        .map(test -> test.getName().replaceFirst("_.*", ""))
        .filter(name -> name.matches("[A-Z]+[0-9]+"))
        .collect(Collectors.toSet());
  }

  private static Stream<Method> tests() {
    return ReflectionSupport.findAllClassesInPackage(
            ContractLinesTest.class.getPackageName(), type -> true, name -> name.endsWith("Test"))
        .stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()));
  }
}
