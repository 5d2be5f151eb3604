/** What is asked of the operating system through the foreign-function API. */
@NullMarked
package dev.heddle.os;

import org.jspecify.annotations.NullMarked;
