"""The web server: threads in one process, or in several where they share Redis (`WEB_PROCESSES`)."""

from config import HOST, PORT, load

bind = f"{HOST}:{PORT}"
worker_class = "gthread"
workers = load().web_processes
threads = 8
graceful_timeout = 20
timeout = 60
max_requests = 10_000
max_requests_jitter = 1_000
forwarded_allow_ips = "127.0.0.1"
# The application logs each request itself, with its number.
accesslog = None
control_socket_disable = True
