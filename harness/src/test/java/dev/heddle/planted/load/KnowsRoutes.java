package dev.heddle.planted.load;

import dev.heddle.planted.stub.Routes;
import dev.heddle.planted.stub.StubProcess;
import java.util.List;

/** Uses the stub in its own process. */
class KnowsRoutes {
  List<Class<?>> types = List.of(Routes.class, StubProcess.class);
}
