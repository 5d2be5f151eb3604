package dev.heddle.stub;

/** A request whose reply can be made only when its body is there. */
record AwaitedBody(RequestHead head, Mounted mounted) implements Parsed {

  int length() {
    return head.bodyLength();
  }
}
