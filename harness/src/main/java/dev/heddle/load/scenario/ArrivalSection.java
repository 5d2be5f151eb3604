package dev.heddle.load.scenario;

import dev.heddle.load.ArrivalKind;
import dev.heddle.load.Arrivals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of arrivals; the command line may say otherwise.
 *
 * @param pattern how they are spaced
 * @param perSecond the rates to offer, one after another; may be empty
 * @param duration for how long each counts
 * @param warmUp for how long plans are started before
 */
public record ArrivalSection(
    Optional<ArrivalKind> pattern,
    List<Double> perSecond,
    Optional<Duration> duration,
    Optional<Duration> warmUp) {

  /** Of a file that says nothing of them. */
  static final ArrivalSection NONE =
      new ArrivalSection(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  private static final List<String> KEYS =
      List.of("pattern", "rate", "rates", "duration", "warm_up");
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Copies the list. */
  public ArrivalSection {
    perSecond = List.copyOf(perSecond);
  }

  static ArrivalSection read(Field section) {
    Fields fields =
        Fields.of(section.key(), section.value(), "a mapping with " + String.join(", ", KEYS));
    fields.requireOnly("arrival", KEYS);
    return new ArrivalSection(
        fields.field("pattern").map(word -> word.oneOf(List.of(ArrivalKind.values()))),
        rates(fields),
        fields.field("duration").map(time -> time.time(SHORTEST, LONGEST)),
        fields.field("warm_up").map(time -> time.time(Duration.ZERO, LONGEST)));
  }

  private static List<Double> rates(Fields fields) {
    Optional<Field> one = fields.field("rate");
    Optional<Field> several = fields.field("rates");
    if (one.isPresent() && several.isPresent()) {
      throw several.get().keyPlace().wrong("both 'rate' and 'rates'; allowed: one of them");
    }
    return several
        .map(rates -> rates.numbers(Arrivals.LEAST_RATE, Arrivals.HIGHEST_RATE))
        .or(() -> one.map(rate -> List.of(rate.number(Arrivals.LEAST_RATE, Arrivals.HIGHEST_RATE))))
        .orElse(List.of());
  }
}
