extension OpenAPIDocument {
    static let environmentSchemas = #"""
        "Environment": {
          "type": "object",
          "required": ["id", "name", "isDefault"],
          "properties": {
            "id": {"type": "string", "examples": ["env_9dk2m4x7qz5rwt3v"]},
            "name": {"type": "string"},
            "isDefault": {"type": "boolean", "description": "At most one environment is the default."},
            "repoUrl": {"type": "string", "format": "uri", "description": "The repository that the environment is for."},
            "baseBranch": {"type": "string", "description": "With `repoUrl`."},
            "setupScript": {"type": "string", "description": "For owners."},
            "variables": {"type": "object", "additionalProperties": {"type": "string"}, "description": "For owners."},
            "secretNames": {"type": "array", "items": {"type": "string"}, "description": "For owners."},
            "network": {"enum": ["none", "trusted", "custom", "all"], "description": "For owners."},
            "allowedHosts": {"type": "array", "items": {"type": "string"}, "description": "For owners."},
            "mcpServers": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/MCPServer"}, "description": "For owners."},
            "repositoryMcp": {"enum": ["ignore", "allow"], "description": "For owners."},
            "createdAt": {"$ref": "#/components/schemas/Time", "description": "For owners."},
            "updatedAt": {"$ref": "#/components/schemas/Time", "description": "For owners."}
          }
        },
        "EnvironmentReference": {
          "type": "object",
          "description": "The session's environment, if it has one.",
          "required": ["id", "name"],
          "properties": {"id": {"type": "string"}, "name": {"type": "string"}}
        },
        "EnvironmentAnswer": {"type": "object", "required": ["environment"], "properties": {"environment": {"$ref": "#/components/schemas/Environment"}}},
        "EnvironmentList": {"type": "object", "required": ["environments"], "properties": {"environments": {"type": "array", "items": {"$ref": "#/components/schemas/Environment"}}}},
        "EnvironmentEdit": {
          "type": "object",
          "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 100, "description": "One line, unique within the organization."},
            "isDefault": {"type": "boolean", "default": false},
            "repoUrl": {"type": "string", "description": "As in `NewSession`. Sessions with this repository use this environment unless they name one.", "examples": ["https://github.com/acme/web-app"]},
            "baseBranch": {"type": "string", "default": "main", "description": "Allowed only with `repoUrl`."},
            "setupScript": {"type": "string", "maxLength": 100000, "description": "Runs in the repository after the clone, before the agent starts."},
            "variables": {
              "type": "object",
              "maxProperties": 100,
              "propertyNames": {"pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$"},
              "additionalProperties": {"type": "string", "maxLength": 32768},
              "description": "Up to 32 KiB each, with the secrets up to 1 MiB. Names that change how the sandbox itself works are refused, such as `HOME`, `LD_PRELOAD` and `GIT_DIR`."
            },
            "network": {"enum": ["none", "trusted", "custom", "all"], "default": "trusted", "description": "The hosts that agents can reach besides their model: none; package registries, repository hosts and `allowedHosts`; only `allowedHosts`; or every public host."},
            "allowedHosts": {"type": "array", "maxItems": 200, "items": {"type": "string", "examples": ["example.com", "*.example.com", "example.com:8443"]}, "description": "A host name, `*.` and a name for all its subdomains, or a public address; with a port, or else for 443 and 80."},
            "mcpServers": {
              "type": "object",
              "maxProperties": 50,
              "propertyNames": {"pattern": "^[A-Za-z0-9_-]{1,64}$"},
              "additionalProperties": {"$ref": "#/components/schemas/MCPServer"},
              "description": "The MCP servers that agents start with, up to 64 KiB. `${secret:NAME}` in a string \#
              stands for a secret, which the environment must already have, and `${NAME}` for a variable."
            },
            "repositoryMcp": {"enum": ["ignore", "allow"], "default": "ignore", "description": "Whether agents start the MCP servers of the repository's `.mcp.json`, which are programs that nobody has to approve."}
          }
        },
        "MCPServer": {
          "type": "object",
          "description": "A program that the agent starts, or an address that it connects to.",
          "properties": {
            "type": {"enum": ["stdio", "http"], "default": "stdio"},
            "command": {"type": "string", "description": "Only of `stdio`."},
            "args": {"type": "array", "items": {"type": "string"}, "description": "Only of `stdio`."},
            "env": {"type": "object", "additionalProperties": {"type": "string"}, "description": "Only of `stdio`."},
            "url": {"type": "string", "pattern": "^https?://", "description": "Only of `http`."},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}, "description": "Only of `http`."}
          }
        },
        "OrganizationNetworkEdit": {
          "type": "object",
          "properties": {
            "ceiling": {"enum": ["none", "trusted", "custom", "all"], "description": "The limit for all environments. With `trusted`, hosts that environments list aren't allowed."},
            "allowedHosts": {"type": "array", "maxItems": 200, "items": {"type": "string", "examples": ["example.com", "*.example.com", "example.com:8443"]}, "description": "Hosts that the agents of all sessions can reach, as if each environment listed them."}
          }
        },
        "OrganizationNetworkAnswer": {
          "type": "object",
          "required": ["network"],
          "properties": {
            "network": {
              "type": "object",
              "required": ["ceiling", "allowedHosts", "serverCeiling"],
              "properties": {
                "ceiling": {"enum": ["none", "trusted", "custom", "all"]},
                "allowedHosts": {"type": "array", "items": {"type": "string"}},
                "serverCeiling": {"enum": ["none", "trusted", "custom", "all"], "description": "The operator's limit, which applies in addition."}
              }
            }
          }
        },
        "AllowedHostBody": {
          "type": "object",
          "required": ["host"],
          "properties": {"host": {"type": "string", "examples": ["example.com"]}}
        },
        "NewEnvironment": {
          "allOf": [{"$ref": "#/components/schemas/EnvironmentEdit"}],
          "required": ["name"]
        },
        "SecretAssignment": {
          "type": "object",
          "required": ["value"],
          "properties": {"value": {"type": "string", "minLength": 4, "maxLength": 32768, "description": "Up to 32 KiB; not blank."}}
        }
        """#
}
