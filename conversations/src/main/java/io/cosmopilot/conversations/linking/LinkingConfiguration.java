package io.cosmopilot.conversations.linking;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Where the portal is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkingProperties.class)
class LinkingConfiguration {}
