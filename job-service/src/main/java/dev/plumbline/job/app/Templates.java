package dev.plumbline.job.app;

import dev.plumbline.job.domain.Template;
import java.util.List;
import java.util.Optional;

/** The templates that ship. */
public interface Templates {
    /** All, in the order of their ids. */
    List<Template> all();

    Optional<Template> find(String id);
}
