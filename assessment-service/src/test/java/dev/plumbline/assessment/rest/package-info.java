@NullMarked
package dev.plumbline.assessment.rest;

import org.jspecify.annotations.NullMarked;
