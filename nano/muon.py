"""Muon for the matrices: momentum, made orthogonal by five Newton-Schulz steps, in fp32.

PyTorch's own runs these steps in bf16, which is slower than fp32 on CPUs without AMX. Method and
coefficients: Keller Jordan, "Muon: an optimizer for hidden layers in neural networks", 2024.
"""
import torch

A, B, C = 3.4445, -4.7750, 2.0315


def orthogonal(grad):
    """Matrices [n, rows, columns] brought near to the closest orthogonal ones."""
    x = grad / (grad.norm(dim=(1, 2), keepdim=True) + 1e-7)
    turned = x.shape[1] > x.shape[2]
    if turned:
        x = x.transpose(1, 2)
    for _ in range(5):
        square = x @ x.transpose(1, 2)
        x = A * x + (B * square + C * square @ square) @ x
    return x.transpose(1, 2) if turned else x


class Muon(torch.optim.Optimizer):
    def __init__(self, params, lr, momentum=0.95, decay=0.01):
        super().__init__(params, {'lr': lr, 'momentum': momentum, 'decay': decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            alike = {}
            for p in group['params']:
                alike.setdefault(p.shape, []).append(p)
            for shape, params in alike.items():
                updates = []
                for p in params:
                    state = self.state[p]
                    if 'mean' not in state:
                        state['mean'] = torch.zeros_like(p)
                    state['mean'].lerp_(p.grad, 1 - group['momentum'])
                    updates.append(p.grad.lerp(state['mean'], group['momentum']))
                scale = group['lr'] * max(1.0, shape[0] / shape[1]) ** 0.5
                for p, update in zip(params, orthogonal(torch.stack(updates))):
                    p.mul_(1 - group['lr'] * group['decay']).add_(update, alpha=-scale)
