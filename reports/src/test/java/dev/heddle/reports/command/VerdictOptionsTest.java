package dev.heddle.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.html.ShellCommand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class VerdictOptionsTest {

  @ParameterizedTest
  @CsvSource({
    "'', --delta 3% --alpha 1%",
    "--delta 0.5%, --delta 0.5% --alpha 1%",
    "--alpha 0.05, --delta 3% --alpha 5%",
    "--metric gc.alloc.rate.norm --metric coldCall, --delta 3% --alpha 1% --metric"
        + " gc.alloc.rate.norm --metric coldCall",
    "--allow-environment, --delta 3% --alpha 1% --allow-environment",
  })
  void theWordsOfACommandSayTheSameAgain(String typed, String again) {
    assertThat(words(typed)).isEqualTo(again);
    assertThat(words(again)).isEqualTo(again);
  }

  private static String words(String typed) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(typed.isEmpty() ? new String[0] : typed.split(" "));
    ShellCommand command = new ShellCommand();
    holder.verdicts.addTo(command);
    return command.toString();
  }

  @Command
  private static final class Holder {
    @Mixin private VerdictOptions verdicts = new VerdictOptions();
  }
}
