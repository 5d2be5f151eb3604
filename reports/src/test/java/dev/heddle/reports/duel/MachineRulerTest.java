package dev.heddle.reports.duel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineRulerTest {

  @Test
  void bothOfItsFiguresAreTimes() {
    try (Ruler ruler = MachineRuler.warm()) {
      Ruler.Reading reading = ruler.read();

      assertThat(reading.cpuMicros()).isPositive();
      assertThat(reading.handOffMicros()).isPositive();
    }
  }
}
