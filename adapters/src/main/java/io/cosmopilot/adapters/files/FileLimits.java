package io.cosmopilot.adapters.files;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files are taken; on every channel, not in the web chat only.
 *
 * @param largestUpload that is kept
 * @param uploads endings of names of text files that are taken
 * @param largestCode that is kept: archives and programs, to make images from
 * @param code endings of their names
 */
@ConfigurationProperties("cosmopilot.webchat")
public record FileLimits(
        @DefaultValue("256KB") DataSize largestUpload,

        @DefaultValue({"yaml", "yml", "json", "txt", "conf", "properties", "xml"})
        List<String> uploads,

        @DefaultValue("64MB") DataSize largestCode,

        @DefaultValue({"zip", "tar", "tgz", "gz", "jar", "war", "html"})
        List<String> code) {}
