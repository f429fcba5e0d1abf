"""What the application does, without the web: each number comes from `hashinsight`, each row from `repositories`."""
