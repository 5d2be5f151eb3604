/** Holds every Markdown file of the project to the code: its commands, flags and links work. */
@NullMarked
package dev.heddle.docs;

import org.jspecify.annotations.NullMarked;
