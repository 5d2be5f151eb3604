package dev.heddle.os;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The time by which Linux may put off a thread's wake-ups to save power: 50 µs unless told
 * otherwise. Elsewhere there is no such thing, and nothing is done.
 */
public final class TimerSlack {

  private static final int PR_SET_TIMERSLACK = 29;
  private static final int PR_GET_TIMERSLACK = 30;
  private static final long LEAST_NANOS = 1;
  private static final Optional<MethodHandle> PRCTL = prctl();

  private TimerSlack() {}

  /** Lowers the calling thread's to the least there is. */
  public static void lower() {
    int _ = call(PR_SET_TIMERSLACK, LEAST_NANOS);
  }

  /** The calling thread's in nanoseconds; negative where it cannot be told. */
  public static int nanos() {
    return call(PR_GET_TIMERSLACK, 0);
  }

  private static int call(int option, long value) {
    if (PRCTL.isEmpty()) {
      return -1;
    }
    try {
      return (int) PRCTL.get().invokeExact(option, value, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException("prctl(%d, %d) failed".formatted(option, value), e);
    }
  }

  @SuppressWarnings("restricted") // a call by its declared signature, which is what is warned of
  private static Optional<MethodHandle> prctl() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    FunctionDescriptor signature =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG);
    Linker linker = Linker.nativeLinker();
    SymbolLookup libc = linker.defaultLookup();
    return libc.find("prctl")
        .map(
            address ->
                linker.downcallHandle(address, signature, Linker.Option.firstVariadicArg(1)));
  }
}
