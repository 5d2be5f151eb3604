package dev.heddle.model.random;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Prints a script as the Java expression that rebuilds it. */
final class JavaText {

  private JavaText() {}

  static String of(Object part) {
    return switch (part) {
      case Record record -> construction(record);
      case List<?> list ->
          list.stream().map(JavaText::of).collect(Collectors.joining(", ", "List.of(", ")"));
      case Enum<?> constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name();
      default -> part.toString();
    };
  }

  private static String construction(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(component -> of(read(component, record)))
        .collect(Collectors.joining(", ", "new " + record.getClass().getSimpleName() + "(", ")"));
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
