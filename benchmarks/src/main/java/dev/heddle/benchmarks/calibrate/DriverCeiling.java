package dev.heddle.benchmarks.calibrate;

import dev.heddle.http.Transport;
import dev.heddle.load.ClosedLoop;
import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Heddle's own side, with the model and the transport that cost least an exchange. */
final class DriverCeiling implements Ceiling {

  private final String server;
  private final Fetch fetch;
  private final ExecutionModel model;

  DriverCeiling(String server, URI address) {
    this.server = server;
    this.fetch = new Fetch(Request.get(address));
    this.model = Model.NETTY_EVENT_LOOP.open(ModelOptions.DEFAULT.withTransport(Transport.NETTY));
  }

  @Override
  public String client() {
    return "driver";
  }

  @Override
  public String server() {
    return server;
  }

  @Override
  public double perSecond(Duration time) throws IOException, InterruptedException {
    ClosedLoop.Reading reading = ClosedLoop.of(model, number -> fetch, UNDER_WAY, time);
    if (reading.spoilt() > 0) {
      throw new IOException(
          "%d of %d exchanges of %s failed: there is no ceiling to be had from them"
              .formatted(reading.spoilt(), reading.spoilt() + reading.succeeded(), name()));
    }
    return reading.perSecond();
  }

  @Override
  public void close() {
    model.close();
  }
}
