package dev.heddle.stub;

/** One header field, its name as it was sent, its value without surrounding white space. */
record Header(String name, String value) {

  boolean named(String other) {
    return name.equalsIgnoreCase(other);
  }
}
