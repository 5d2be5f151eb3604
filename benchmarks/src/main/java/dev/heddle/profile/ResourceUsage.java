package dev.heddle.profile;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * What {@code getrusage(2)} tells of this process, those of its threads that have ended included.
 */
final class ResourceUsage {

  private static final int SELF = 0;

  /** Two times of two words each, then fourteen words, on every 64-bit Linux. */
  private static final int WORDS = 18;

  private static final int VOLUNTARY = 16;
  private static final int INVOLUNTARY = 17;
  private static final Optional<MethodHandle> GETRUSAGE = getrusage();

  private ResourceUsage() {}

  static long voluntarySwitches() {
    return word(VOLUNTARY);
  }

  static long involuntarySwitches() {
    return word(INVOLUNTARY);
  }

  private static long word(int index) {
    if (GETRUSAGE.isEmpty()) {
      return Counter.UNKNOWN;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment usage = arena.allocate(ValueLayout.JAVA_LONG, WORDS);
      int failed = (int) GETRUSAGE.get().invokeExact(SELF, usage);
      return failed == 0 ? usage.getAtIndex(ValueLayout.JAVA_LONG, index) : Counter.UNKNOWN;
    } catch (Throwable e) {
      throw new IllegalStateException("getrusage failed", e);
    }
  }

  @SuppressWarnings("restricted") // a call by its declared signature, which is what is warned of
  private static Optional<MethodHandle> getrusage() {
    boolean known =
        System.getProperty("os.name").equals("Linux") && ValueLayout.ADDRESS.byteSize() == 8;
    if (!known) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor signature =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    return linker
        .defaultLookup()
        .find("getrusage")
        .map(address -> linker.downcallHandle(address, signature));
  }
}
