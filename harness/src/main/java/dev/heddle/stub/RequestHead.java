package dev.heddle.stub;

import java.util.List;

/**
 * A request's first line and headers, checked.
 *
 * @param target origin form, always starting with a slash or the asterisk
 * @param bodyLength bytes of body that follow the head and are skipped
 */
record RequestHead(
    String method, String target, List<Header> headers, Persistence persistence, int bodyLength) {}
