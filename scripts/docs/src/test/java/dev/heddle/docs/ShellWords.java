package dev.heddle.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits simple shell commands into words: quotes, comments, continued lines, pipes and chains. */
final class ShellWords {

  /** A quoted word, an operator that ends a command, a comment, or a plain word. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?<quoted>[^\"]*)\"|'(?<single>[^']*)'|(?<end>&&|\\|\\|?|[;&]|[0-9]?>>?)"
              + "|(?<comment>#.*)|(?<plain>[^\\s;&|>\"']+)");

  private ShellWords() {}

  /**
   * The commands of a block of shell code, each as its words. What a redirection names is left out.
   */
  static List<List<String>> commands(String code) {
    List<List<String>> commands = new ArrayList<>();
    for (String line : code.replaceAll("\\\\\\R", " ").lines().toList()) {
      addCommands(line.strip().replaceFirst("^\\$ ", ""), commands);
    }
    return commands;
  }

  private static void addCommands(String line, List<List<String>> commands) {
    List<String> words = new ArrayList<>();
    Matcher token = TOKEN.matcher(line);
    while (token.find() && token.group("comment") == null) {
      if (token.group("end") == null) {
        words.add(text(token));
      } else {
        addIfAny(words, commands);
        words = new ArrayList<>();
      }
    }
    addIfAny(words, commands);
  }

  private static void addIfAny(List<String> words, List<List<String>> commands) {
    if (!words.isEmpty()) {
      commands.add(words);
    }
  }

  private static String text(Matcher token) {
    for (String group : List.of("quoted", "single", "plain")) {
      String text = token.group(group);
      if (text != null) {
        return text;
      }
    }
    throw new IllegalStateException(token.group());
  }
}
