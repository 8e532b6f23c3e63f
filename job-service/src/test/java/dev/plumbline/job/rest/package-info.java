@NullMarked
package dev.plumbline.job.rest;

import org.jspecify.annotations.NullMarked;
