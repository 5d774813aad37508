package io.cosmopilot.templates;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import io.cosmopilot.templates.catalogue.ShippedCatalogue;

/** The application templates that can be deployed. */
public interface Catalogue {

    /** The templates that come with the product. */
    static Catalogue shipped() {
        return ShippedCatalogue.load(new SecureRandom());
    }

    /** All templates, in the order in which they are presented to people. */
    List<Template> all();

    /**
     * The templates that match words in Chinese or English, best match first. Names, titles, keywords and
     * descriptions are searched; typing errors are tolerated. Empty when nothing matches.
     */
    List<Template> search(String words);

    /** The template of exactly this name, such as {@code wordpress}. */
    Optional<Template> find(String name);
}
