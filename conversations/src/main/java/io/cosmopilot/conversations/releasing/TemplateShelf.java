package io.cosmopilot.conversations.releasing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.templates.Bilingual;
import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Templates;
import io.cosmopilot.templates.Variable;

/** The templates that a person can deploy from: those of the product, their own, and those shared with everybody. */
@Component
public class TemplateShelf {

    private static final TypeReference<List<Variable>> VARIABLES = new TypeReference<>() {};
    private static final String SEEN = "SELECT * FROM conversations.template WHERE (owner = :person OR shared) ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Catalogue catalogue;
    private final Templates templates;

    TemplateShelf(JdbcClient jdbc, JsonMapper json, Catalogue catalogue, Templates templates) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalogue = catalogue;
        this.templates = templates;
    }

    /** What people wrote first, then what comes with the product. */
    public List<Template> all(String person) {
        return Stream.concat(seen(person).stream().map(this::template), catalogue.all().stream())
                .toList();
    }

    public List<Template> search(String person, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        Stream<Template> written = seen(person).stream()
                .filter(one -> one.name().contains(wanted)
                        || one.title().toLowerCase(Locale.ROOT).contains(wanted))
                .map(this::template);
        return Stream.concat(written, catalogue.search(words).stream()).toList();
    }

    public Optional<Template> find(String person, String name) {
        return catalogue.find(name).or(() -> written(person, name).map(this::template));
    }

    /** A template that somebody wrote; the person's own comes before another's of the same name. */
    public Optional<Written> written(String person, String name) {
        return seen(person).stream().filter(one -> one.name().equals(name)).findFirst();
    }

    public List<Written> own(String person) {
        return seen(person).stream().filter(one -> one.owner().equals(person)).toList();
    }

    /** Whether the product or somebody else has the name, so that nobody could tell them apart. */
    public boolean taken(String person, String name) {
        return catalogue.find(name).isPresent()
                || seen(person).stream()
                        .anyMatch(one -> one.name().equals(name) && !one.owner().equals(person));
    }

    /** Keeps it as the person's own; what they kept under this name before is replaced, and is no longer shared. */
    public void keep(Written written) {
        jdbc.sql("""
                        INSERT INTO conversations.template (owner, name, title, yaml, variables)
                        VALUES (:owner, :name, :title, :yaml, :variables)
                        ON CONFLICT (owner, name) DO UPDATE SET title = excluded.title, yaml = excluded.yaml,
                            variables = excluded.variables, shared = false, kept_at = now()""")
                .param("owner", written.owner())
                .param("name", written.name())
                .param("title", written.title())
                .param("yaml", written.yaml())
                .param("variables", json.writeValueAsString(written.variables()))
                .update();
    }

    /** Shares what was proposed, if it is still what was proposed and nobody else's has the name. */
    public void share(String owner, String name, String yaml) {
        jdbc.sql("""
                        UPDATE conversations.template SET shared = true
                        WHERE owner = :owner AND name = :name AND yaml = :yaml AND NOT EXISTS (
                            SELECT 1 FROM conversations.template other WHERE other.name = :name AND other.shared)""")
                .param("owner", owner)
                .param("name", name)
                .param("yaml", yaml)
                .update();
    }

    public void remove(String owner, String name) {
        jdbc.sql("DELETE FROM conversations.template WHERE owner = :owner AND name = :name")
                .param("owner", owner)
                .param("name", name)
                .update();
    }

    private Template template(Written written) {
        return templates.read(
                written.name(), new Bilingual(written.title(), written.title()), written.yaml(), written.variables());
    }

    private List<Written> seen(String person) {
        return jdbc.sql(SEEN + "ORDER BY owner <> :person, name")
                .param("person", person)
                .query(this::written)
                .list();
    }

    private Written written(ResultSet row, int number) throws SQLException {
        return new Written(
                row.getString("owner"),
                row.getString("name"),
                row.getString("title"),
                row.getString("yaml"),
                json.readValue(row.getString("variables"), VARIABLES),
                row.getBoolean("shared"));
    }
}
